output "policy_arns" {
  description = "ARNs of the policies by role, to attach to the IAM roles of processes and people."
  value       = { for role, policy in aws_iam_policy.role : role => policy.arn }
}
