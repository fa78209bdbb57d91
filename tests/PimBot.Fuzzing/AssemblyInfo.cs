// One target at a time: each measures its inputs per second, and a long run takes one thread.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
