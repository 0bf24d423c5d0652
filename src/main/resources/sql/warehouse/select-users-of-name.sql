SELECT id FROM twitter."user" WHERE lower(username) = ?
