SELECT ops.make_partitions(?::regclass, 3)
