-- Functions that everybody may call and no reader needs: they wait, lock, write, tell other sessions, end them, or lift limits.
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname IN (
                 'set_config', 'pg_notify', 'pg_cancel_backend', 'pg_terminate_backend', 'pg_export_snapshot',
                 'pg_logical_emit_message', 'loread', 'lowrite', 'query_to_xml', 'query_to_xmlschema',
                 'query_to_xml_and_xmlschema', 'cursor_to_xml', 'cursor_to_xmlschema', 'database_to_xml',
                 'database_to_xmlschema', 'database_to_xml_and_xmlschema', 'ts_stat')
               OR p.proname LIKE 'pg\_sleep%'
               OR p.proname LIKE 'pg\_%advisory%'
               OR p.proname LIKE 'lo\_%')
          AND EXISTS (
                 SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                 WHERE a.grantee = 0 AND a.privilege_type = 'EXECUTE')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$
