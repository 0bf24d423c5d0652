output "raw_arn" {
  description = "ARN of the delivery stream that writes records as they are."
  value       = aws_kinesis_firehose_delivery_stream.raw.arn
}

output "posts_arn" {
  description = "ARN of the delivery stream that writes Parquet."
  value       = aws_kinesis_firehose_delivery_stream.posts.arn
}
