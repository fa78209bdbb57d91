using PimBot.Composition;

return await PimBotHost.RunAsync(args);

/// <summary>The entry point; public so that tests can start the real host.</summary>
public partial class Program;
