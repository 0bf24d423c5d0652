data "aws_region" "current" {}

locals {
  environment = merge(
    { QUARKUS_HTTP_HOST = "0.0.0.0" },
    var.environment,
    { HASHLAKE_ROLES = join(",", var.roles) },
  )
}

resource "aws_cloudwatch_log_group" "process" {
  name              = "/hashlake/${var.name}"
  retention_in_days = var.log_days
}

resource "aws_ecs_cluster" "this" {
  name = var.name
}

resource "aws_ecs_task_definition" "this" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  container_definitions = jsonencode([{
    name         = "hashlake"
    image        = var.image
    essential    = true
    stopTimeout  = 30
    portMappings = [{ containerPort = 8080, protocol = "tcp" }]
    environment  = [for name, value in local.environment : { name = name, value = value }]
    secrets      = [for name, arn in var.secrets : { name = name, valueFrom = arn }]

    logConfiguration = {
      logDriver = "awslogs"

      options = {
        "awslogs-group"         = aws_cloudwatch_log_group.process.name
        "awslogs-region"        = data.aws_region.current.region
        "awslogs-stream-prefix" = "hashlake"
      }
    }
  }])
}

resource "aws_security_group" "this" {
  name        = var.name
  description = "Hashlake: out to X, AWS and the database; in to the API where networks are named"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.this.id
  description       = "X, AWS and the database"
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_vpc_security_group_ingress_rule" "api" {
  for_each = toset(var.api_cidr_blocks)

  security_group_id = aws_security_group.this.id
  description       = "API and dashboard"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
  cidr_ipv4         = each.value
}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.this.arn
  launch_type     = "FARGATE"
  desired_count   = 1

  # The old process ends before the new one starts: X allows one connection per stream.
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 100

  network_configuration {
    subnets         = var.subnet_ids
    security_groups = [aws_security_group.this.id]
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  depends_on = [aws_iam_role_policy_attachment.execution, aws_iam_role_policy_attachment.task]
}
