using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>Reads what an address names, for whoever may see it.</summary>
internal static class AlertAsk
{
    /// <exception cref="ApiProblemException">There is no such alert.</exception>
    public static AlertKey Key(string id, string? scope) =>
        AlertDefinitions.Find(id) is { } definition
            ? new AlertKey(definition.Kind, new ScopeId(scope ?? ScopeId.Directory.Value))
            : throw new ApiProblemException(ApiProblem.NotFound);

    /// <exception cref="ApiProblemException">There is no such alert, or none that the caller sees.</exception>
    public static async Task<AlertView> ViewAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        AlertKey key,
        CancellationToken cancellation
    )
    {
        await Access.Viewer.ReadAsync(work, caller, cancellation);
        return await AlertReader.FindAsync(work, caller.Id, key, cancellation)
            ?? throw new ApiProblemException(ApiProblem.NotFound);
    }

    /// <exception cref="ApiProblemException">The account is unknown or disabled.</exception>
    public static async Task<IReadOnlyList<AlertView>> ListAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        CancellationToken cancellation
    )
    {
        await Access.Viewer.ReadAsync(work, caller, cancellation);
        return (await AlertReader.ListAsync(work, caller.Id, cancellation))?.Alerts ?? [];
    }

    /// <summary>The order of lists.</summary>
    public static string KeyOf(AlertView view) => $"{view.Key.Scope} {view.Definition.Id}";
}
