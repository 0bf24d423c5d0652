SELECT number, kind, first_id, last_id, job FROM ops.compliance_batch WHERE applied_at IS NULL ORDER BY number LIMIT 1
