variable "database" {
  description = "Name of the Glue database."
  type        = string
  default     = "hashlake"

  validation {
    condition     = can(regex("^[a-z0-9_]{1,255}$", var.database))
    error_message = "A database's name has 1 to 255 lower-case letters, digits and underscores."
  }
}

variable "bucket" {
  description = "Name of the lake's bucket."
  type        = string
}

variable "prefix" {
  description = "Prefix of every key of the lake, as in hashlake.s3.prefix: empty, or with a slash at the end."
  type        = string
  default     = ""

  validation {
    condition     = var.prefix == "" || can(regex("^[^/].*/$", var.prefix))
    error_message = "prefix must be empty, or begin without a slash and end with one."
  }
}

variable "hashtags" {
  description = "Hashtags that are followed, canonical: folded to lower case, without #. Athena reads the partitions of these."
  type        = set(string)

  validation {
    condition     = length(var.hashtags) > 0
    error_message = "Name one hashtag or more: Athena reads the partitions of these."
  }

  validation {
    condition     = alltrue([for hashtag in var.hashtags : can(regex("^[\\pL\\pM\\pN_]+$", hashtag)) && hashtag == lower(hashtag)])
    error_message = "A hashtag has lower-case letters, digits and underscores, and no #."
  }

  validation {
    condition     = !contains(var.hashtags, "null")
    error_message = "The hashtag null is escaped in paths, so no partition of the table would lead there."
  }
}

variable "sources" {
  description = "Names of the sources whose payloads the sink raw keeps, as in the path after source=. Without any, there is no table raw."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for source in var.sources : can(regex("^[^,/]+$", source))])
    error_message = "A source's name has neither commas nor slashes."
  }
}

variable "delivered" {
  description = "Whether there is a table of what Firehose delivers."
  type        = bool
  default     = false
}

variable "first_day" {
  description = "First day that Athena looks for, as 2026-01-31."
  type        = string
  default     = "2026-01-01"

  validation {
    condition     = can(formatdate("YYYY", "${var.first_day}T00:00:00Z"))
    error_message = "first_day must be a date such as 2026-01-31."
  }
}
