UPDATE ops.compliance_batch SET job = ? WHERE number = ?
