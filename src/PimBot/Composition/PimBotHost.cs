using Microsoft.Extensions.Options;
using PimBot.Access;
using PimBot.Channel;
using PimBot.Health;
using PimBot.Settings;
using PimBot.Storage;
using PimBot.Verification;

namespace PimBot.Composition;

/// <summary>Builds and runs the process. Whatever keeps it from starting is one clear line for operators.</summary>
internal static class PimBotHost
{
    private const int CouldNotStart = 1;

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(WebApplicationBuilder builder)
    {
        try
        {
            await using var app = Build(builder);
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (Explain(failure, builder.Configuration) is { } lines)
        {
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync($"PimBot can't start. {line}");
            }

            return CouldNotStart;
        }
    }

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        DefaultLogging.Add(builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
        var playground = PlaygroundMode.Prepare(builder);
        builder.Services.AddPimBotHost(builder.Configuration);
        var app = builder.Build();
        app.MapBotEndpoint();
        app.MapPimBotHealth();
        if (app.Environment.IsDevelopment())
        {
            app.MapLocalAccess();
            app.MapDemoVerification();
        }

        playground?.Map(app);
        return app;
    }

    private static IReadOnlyList<string>? Explain(Exception failure, IConfiguration configuration) =>
        failure switch
        {
            OptionsValidationException options => Places(options.Failures, configuration),
            AggregateException { InnerExceptions: var several }
                when several.All(f => f is OptionsValidationException) => Places(
                several.SelectMany(f => ((OptionsValidationException)f).Failures),
                configuration
            ),
            SettingsException settings => Places([settings.Message], configuration),
            DirectoryFileException or StorageUnavailableException => [failure.Message],
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            [
                $"The address is in use: {failure.Message} Stop the other program, or choose another address with --urls.",
            ],
            _ => null,
        };

    private static IReadOnlyList<string> Places(IEnumerable<string> faults, IConfiguration configuration) =>
        [.. faults.Select(fault => SettingPlace.Append(fault, configuration))];
}
