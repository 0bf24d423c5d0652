output "workgroup" {
  description = "Name of the workgroup."
  value       = aws_athena_workgroup.analysts.name
}

output "arn" {
  description = "ARN of the workgroup."
  value       = aws_athena_workgroup.analysts.arn
}

output "queries" {
  description = "Names of the saved queries."
  value       = sort(keys(aws_athena_named_query.saved))
}
