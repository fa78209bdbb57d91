using System.Net;
using Microsoft.Extensions.Options;
using PimBot.Application.Work;
using PimBot.Bot.Verification;
using PimBot.Channel.Settings;

namespace PimBot.Verification;

/// <summary>Puts verification together: by the OpenID provider of the settings, else the demo's page in Development, else none.</summary>
internal static class VerificationServices
{
    public static IServiceCollection AddVerification(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<VerificationOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(VerificationOptions.Section), o))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<VerificationOptions>, VerificationOptionsValidator>();
        return IsConfigured(configuration)
            ? services.AddProvider()
            : services.AddSingleton<IVerificationLinks, DemoVerificationLinks>();
    }

    public static void MapVerification(this WebApplication app)
    {
        if (IsConfigured(app.Configuration))
        {
            app.MapVerificationPages();
        }
        else if (app.Environment.IsDevelopment())
        {
            app.MapDemoVerification();
        }
        else
        {
            VerificationLog.NotAvailable(app.Logger);
        }
    }

    private static bool IsConfigured(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{VerificationOptions.Section}:{nameof(VerificationOptions.PublicUrl)}"]);

    private static IServiceCollection AddProvider(this IServiceCollection services)
    {
        services
            .AddHttpClient(
                SignInHttp.ClientName,
                client =>
                {
                    // Time limits are the callers', by the injected clock.
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.MaxResponseContentBufferSize = SignInHttp.LargestAnswer;
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseCookies = false,
                    AutomaticDecompression = DecompressionMethods.None,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                }
            )
            .AddHttpMessageHandler<LoopbackHandler>()
            .RemoveAllLoggers();
        return services
            .AddSingleton<VerificationSettings>()
            .AddSingleton<IVerificationLinks, VerificationLinks>()
            .AddTransient<LoopbackHandler>()
            .AddSingleton<SignInHttp>()
            .AddSingleton<SignInClient>()
            .AddSingleton<ProviderKeys>()
            .AddSingleton<IdTokenCheck>()
            .AddSingleton<BrowserMark>()
            .AddSingleton<VerificationStart>()
            .AddSingleton<VerificationReturn>()
            .AddSingleton<IBackgroundPass, ForgetOldSignIns>();
    }
}
