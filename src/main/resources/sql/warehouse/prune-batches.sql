DELETE FROM ops.batch WHERE committed_at < ?
