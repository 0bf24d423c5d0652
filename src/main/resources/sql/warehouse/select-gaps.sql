SELECT {gap-columns}
FROM ops.gap WHERE id < ? ORDER BY id DESC LIMIT ?
