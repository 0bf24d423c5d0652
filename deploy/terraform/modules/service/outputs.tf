output "cluster" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name
}

output "service" {
  description = "Name of the service."
  value       = aws_ecs_service.this.name
}

output "security_group_id" {
  description = "Security group of the process, which the database has to let in."
  value       = aws_security_group.this.id
}

output "task_role_arn" {
  description = "IAM role with which the process calls AWS."
  value       = aws_iam_role.task.arn
}
