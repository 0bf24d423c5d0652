COPY incoming_user (
{user-columns})
FROM STDIN (FORMAT binary)
