output "database" {
  description = "Name of the Glue database."
  value       = aws_glue_catalog_database.lake.name
}

output "tables" {
  description = "Names of the tables."
  value       = sort([for table in aws_glue_catalog_table.lake : table.name])
}

output "delivered_table" {
  description = "Name of the table whose columns Firehose converts to; null without one."
  value       = var.delivered ? aws_glue_catalog_table.lake["delivered"].name : null
}
