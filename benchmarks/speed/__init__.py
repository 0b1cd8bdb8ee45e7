"""What checking costs, beside the programs that do something of the kind."""
