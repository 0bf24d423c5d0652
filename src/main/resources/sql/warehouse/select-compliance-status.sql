SELECT (SELECT coalesce(sum(posts), 0) FROM ops.erasure) AS posts,
       (SELECT min(created_at) FROM ops.compliance_batch WHERE applied_at IS NULL) AS open_job_since,
       (SELECT min(requested_at) FROM ops.erasure WHERE erased_at IS NULL) AS pending_since
