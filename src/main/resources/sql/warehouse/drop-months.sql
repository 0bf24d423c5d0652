SELECT ops.drop_months(?)
