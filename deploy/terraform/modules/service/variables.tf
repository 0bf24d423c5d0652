variable "name" {
  description = "Name of the cluster, the service, its roles and its logs."
  type        = string

  validation {
    condition     = can(regex("^[a-zA-Z0-9_-]{1,40}$", var.name))
    error_message = "name must have 1 to 40 letters, digits, underscores and hyphens."
  }
}

variable "image" {
  description = "Image with its tag or digest."
  type        = string

  validation {
    condition     = can(regex("(:[\\w][\\w.-]*|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "image must end with a tag other than latest, or with a digest."
  }
}

variable "roles" {
  description = "Roles of the process, as in hashlake.roles."
  type        = set(string)
  default     = ["ingest", "lake", "warehouse", "api", "jobs"]

  validation {
    condition     = length(var.roles) > 0
    error_message = "Name one role or more."
  }
}

variable "policy_arns" {
  description = "ARNs of policies by role; the process gets those of its roles."
  type        = map(string)
}

variable "environment" {
  description = "Properties as environment variables, such as HASHLAKE_ZONE."
  type        = map(string)
  default     = {}
}

variable "secrets" {
  description = "Environment variables whose values come from Secrets Manager: name and ARN of the secret."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for arn in values(var.secrets) : can(regex("^arn:[^:]+:secretsmanager:", arn))])
    error_message = "secrets must be ARNs of Secrets Manager."
  }
}

variable "vpc_id" {
  description = "VPC in which it runs."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets in which it runs. They need a way to X, AWS and the image's registry: a NAT gateway, or endpoints."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) > 0
    error_message = "Name one subnet or more."
  }
}

variable "api_cidr_blocks" {
  description = "Networks that reach the API and the dashboard on port 8080. None unless named."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for block in var.api_cidr_blocks : can(cidrhost(block, 0))])
    error_message = "api_cidr_blocks must be networks such as 10.0.0.0/16."
  }
}

variable "cpu" {
  description = "CPU units: 1024 are one core."
  type        = number
  default     = 1024

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096], var.cpu)
    error_message = "cpu must be 256, 512, 1024, 2048 or 4096."
  }
}

variable "memory" {
  description = "Memory in MiB."
  type        = number
  default     = 2048

  validation {
    condition     = var.memory >= 512 && var.memory % 512 == 0
    error_message = "memory must be a multiple of 512."
  }
}

variable "architecture" {
  description = "Processor of the image."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "architecture must be X86_64 or ARM64."
  }
}

variable "log_days" {
  description = "Days for which the log is kept in CloudWatch."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 180, 365], var.log_days)
    error_message = "log_days must be one of CloudWatch's periods: 1, 3, 5, 7, 14, 30, 60, 90, 180 or 365."
  }
}
