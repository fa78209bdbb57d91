using System.Text.Json;
using Microsoft.Extensions.Options;
using PimBot.Access;
using PimBot.Alerts;
using PimBot.Api;
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
    public static async Task<int> RunAsync(string[] args)
    {
        IConfiguration? configuration = null;
        try
        {
            var builder = WebApplication.CreateBuilder(args);
            configuration = builder.Configuration;
            await using var app = Build(builder);
            await app.RunAsync();
            return 0;
        }
        catch (Exception failure) when (Explain(failure, configuration) is { } lines)
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
        // What keeps the process from starting is said in words below, not once more with a stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        ListenAddresses.Check(builder.Configuration);
        var playground = PlaygroundMode.Prepare(builder);
        builder.Services.AddPimBotHost(builder.Configuration);
        var app = builder.Build();
        app.UseApi();
        app.MapBotEndpoint();
        app.MapPimBotHealth();
        if (app.Environment.IsDevelopment())
        {
            app.MapLocalAccess();
            app.MapOutsideAccess();
        }

        app.MapVerification();

        playground?.Map(app);
        return app;
    }

    /// <summary>Says in lines for operators why something can't be done; null for what should never happen.</summary>
    public static IReadOnlyList<string>? Explain(Exception failure, IConfiguration? configuration) =>
        failure switch
        {
            OptionsValidationException options => Places(options.Failures, configuration),
            AggregateException { InnerExceptions: var several }
                when several.All(f => f is OptionsValidationException) => Places(
                several.SelectMany(f => ((OptionsValidationException)f).Failures),
                configuration
            ),
            SettingsException settings => Places([settings.Message], configuration),
            DirectoryFileException => [failure.Message],
            StorageUnavailableException => Places(
                [$"{StorageSettings.ConnectionKey}: {failure.Message}"],
                configuration
            ),
            InvalidDataException => [BrokenSettingsFile(failure)],
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            [
                $"The address is in use: {failure.Message} Stop the other program, or choose another address with --urls.",
            ],
            InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } =>
            [
                $"It can't listen as it was told to: {failure.Message.Split(Environment.NewLine)[0]}",
            ],
            _ => null,
        };

    private static IReadOnlyList<string> Places(IEnumerable<string> faults, IConfiguration? configuration) =>
        [
            .. faults
                .Distinct(StringComparer.Ordinal)
                .Select(fault => configuration is null ? fault : SettingPlace.Append(fault, configuration)),
        ];

    private static string BrokenSettingsFile(Exception failure) =>
        failure.GetBaseException() is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
            ? $"{failure.Message} It is no valid JSON: line {line + 1}, position {position + 1}."
            : failure.Message;
}
