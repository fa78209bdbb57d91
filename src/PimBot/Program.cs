using PimBot.Composition;

var builder = WebApplication.CreateBuilder(args);
return await PimBotHost.RunAsync(builder);

/// <summary>The entry point; public so that tests can start the real host.</summary>
public partial class Program;
