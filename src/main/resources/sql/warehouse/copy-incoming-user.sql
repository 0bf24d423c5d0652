COPY incoming_user (
{user-columns}, observed_at)
FROM STDIN (FORMAT binary)
