UPDATE ops.compliance_batch SET applied_at = ?, found = ? WHERE number = ? AND applied_at IS NULL
