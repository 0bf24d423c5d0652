SELECT id FROM twitter."user" WHERE id = ANY (?)
