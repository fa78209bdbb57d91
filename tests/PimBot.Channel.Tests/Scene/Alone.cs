namespace PimBot.Channel.Tests.Scene;

/// <summary>The collection of tests that measure the process: they run one after the other, after all others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
