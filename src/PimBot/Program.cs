using PimBot.Access.Commands;
using PimBot.Composition;

return await (PolicyCommands.Handles(args) ? PolicyCommands.RunAsync(args) : PimBotHost.RunAsync(args));

/// <summary>The entry point; public so that tests can start the real host.</summary>
public partial class Program;
