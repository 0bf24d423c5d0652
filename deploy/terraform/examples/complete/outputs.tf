output "properties" {
  description = "Properties of Hashlake, for a process that runs elsewhere."
  value       = local.properties
}

output "stream" {
  description = "Name of the Kinesis stream, where there is one."
  value       = one(module.stream[*].name)
}

output "deliveries" {
  description = "ARNs of Firehose's delivery streams, where there are some."
  value       = { raw = one(module.firehose[*].raw_arn), posts = one(module.firehose[*].posts_arn) }
}

output "athena" {
  description = "Athena's workgroup, the tables and the saved queries."

  value = {
    workgroup = module.athena.workgroup
    database  = module.catalog.database
    tables    = module.catalog.tables
    queries   = module.athena.queries
  }
}

output "policy_arns" {
  description = "IAM policies by role, to attach to whatever runs Hashlake or asks Athena."
  value       = module.access.policy_arns
}

output "security_group_id" {
  description = "Security group of the container, which the database has to let in."
  value       = one(module.service[*].security_group_id)
}
