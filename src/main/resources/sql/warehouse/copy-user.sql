COPY twitter."user" (
{user-columns})
FROM STDIN (FORMAT binary)
