-- What the role may do beyond reading, one reason a row.
WITH reader AS (SELECT oid, rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = ?)
SELECT 'it is a superuser' FROM reader WHERE rolsuper
UNION ALL
SELECT 'it may create roles or databases, replicate or bypass row security'
FROM reader WHERE rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
UNION ALL
SELECT 'it is a member of ' || g.rolname
FROM reader
JOIN pg_auth_members m ON m.member = reader.oid
JOIN pg_roles g ON g.oid = m.roleid
UNION ALL
SELECT 'it may create schemas in the database'
FROM reader WHERE has_database_privilege(reader.oid, current_database(), 'CREATE')
UNION ALL
SELECT 'it may create objects in the schema ' || nspname
FROM reader, pg_namespace n
WHERE nspname IN ('twitter', 'dw', 'ops', 'api') AND has_schema_privilege(reader.oid, n.oid, 'CREATE')
UNION ALL
SELECT format('it may write %I.%I', n.nspname, c.relname)
FROM reader, pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('twitter', 'dw', 'ops', 'api')
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND has_table_privilege(reader.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
