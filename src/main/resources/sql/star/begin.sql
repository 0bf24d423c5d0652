-- One snapshot for all statements. The lock comes before it, so that of several jobs the next one sees what the last one did.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
LOCK TABLE dw.build IN SHARE ROW EXCLUSIVE MODE;
SET LOCAL client_min_messages = warning;
