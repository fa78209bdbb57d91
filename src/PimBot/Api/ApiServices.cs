using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using PimBot.Api.Activations;
using PimBot.Api.Security;
using PimBot.Channel.Auth;
using PimBot.Channel.Settings;

namespace PimBot.Api;

/// <summary>Puts the HTTP API together: on when <c>Api:Enabled</c> is true, else nothing under its path.</summary>
internal static class ApiServices
{
    public const string Path = "/api";
    private const string DocumentPath = $"{Path}/openapi.json";

    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<ApiOptions>()
            .Configure(o => SectionForm.Bind(configuration.GetSection(ApiOptions.Section), o))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddSingleton<ApiOff>();
        services.AddSingleton<ApiRefusals>();
        services.AddSingleton<ActivationRequests>();
        services.AddSingleton(all => new ApiDoor(
            all.GetRequiredService<IOptions<ApiOptions>>(),
            all.GetRequiredService<IOptions<BotOptions>>(),
            all.GetRequiredService<IOptions<ChannelOptions>>(),
            (all.GetRequiredService<IKeySource>(), all.GetRequiredService<SignatureCheck>()),
            all.GetRequiredService<TimeProvider>()
        ));
        return services.AddOpenApi(ApiDescription.Set);
    }

    /// <summary>
    /// Puts the gate before everything under the path, known or not. What checks its callers itself goes past it.
    /// </summary>
    public static void UseApi(this WebApplication app)
    {
        var isOn = app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.Enabled is true;
        app.UseWhen(
            IsGuarded,
            guarded =>
            {
                if (isOn)
                {
                    guarded.UseMiddleware<ApiGate>();
                }
                else
                {
                    guarded.Run(guarded.ApplicationServices.GetRequiredService<ApiOff>().AnswerAsync);
                }
            }
        );
        if (isOn)
        {
            ApiEndpoints.Map(app);
            var document = app.MapOpenApi(DocumentPath);
            if (app.Environment.IsDevelopment())
            {
                document.AllowAnonymous();
            }
        }
    }

    private static bool IsGuarded(HttpContext context) =>
        context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
}
