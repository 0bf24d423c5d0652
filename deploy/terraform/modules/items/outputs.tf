output "name" {
  description = "Name of the table."
  value       = aws_dynamodb_table.posts.name
}

output "arn" {
  description = "ARN of the table; its indexes are below it."
  value       = aws_dynamodb_table.posts.arn
}
