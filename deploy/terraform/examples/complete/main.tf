locals {
  stream_properties = var.stream ? { HASHLAKE_KINESIS_STREAM = module.stream[0].name, HASHLAKE_KINESIS_REGION = var.region } : {}

  properties = merge(local.stream_properties, {
    HASHLAKE_S3_BUCKET       = module.lake.bucket
    HASHLAKE_S3_REGION       = var.region
    HASHLAKE_DYNAMODB_TABLE  = module.items.name
    HASHLAKE_DYNAMODB_REGION = var.region
  })
}

module "lake" {
  source = "../../modules/lake"

  bucket      = var.bucket
  kms_key_arn = var.kms_key_arn
}

module "items" {
  source = "../../modules/items"

  name        = "${var.name}-posts"
  kms_key_arn = var.kms_key_arn
}

module "catalog" {
  source = "../../modules/catalog"

  database  = replace(var.name, "-", "_")
  bucket    = module.lake.bucket
  hashtags  = var.hashtags
  delivered = var.stream
}

module "athena" {
  source = "../../modules/athena"

  name        = var.name
  bucket      = module.lake.bucket
  database    = module.catalog.database
  kms_key_arn = var.kms_key_arn
}

module "access" {
  source = "../../modules/access"

  name          = var.name
  bucket_arn    = module.lake.arn
  stream_arns   = module.stream[*].arn
  table_arn     = module.items.arn
  database      = module.catalog.database
  workgroup_arn = module.athena.arn
  kms_key_arn   = var.kms_key_arn
}

module "stream" {
  source = "../../modules/stream"
  count  = var.stream ? 1 : 0

  name = "${var.name}-posts"
}

module "firehose" {
  source = "../../modules/firehose"
  count  = var.stream ? 1 : 0

  name        = var.name
  stream_arn  = module.stream[0].arn
  bucket_arn  = module.lake.arn
  database    = module.catalog.database
  table       = module.catalog.delivered_table
  kms_key_arn = var.kms_key_arn
}

# Only where an image is named: everything above serves a process on any other machine as well.
module "service" {
  source = "../../modules/service"
  count  = var.service == null ? 0 : 1

  name            = var.name
  image           = var.service.image
  roles           = var.service.roles
  vpc_id          = var.service.vpc_id
  subnet_ids      = var.service.subnet_ids
  api_cidr_blocks = var.service.api_cidr_blocks
  secrets         = var.service.secrets
  policy_arns     = module.access.policy_arns
  environment     = merge(var.service.environment, local.properties)
}
