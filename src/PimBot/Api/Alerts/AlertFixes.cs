using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Alerts;
using PimBot.Application.Work;
using PimBot.Domain.Alerts;

namespace PimBot.Api.Alerts;

/// <summary>Makes the one command of <see cref="FixAlert"/> of what was asked for.</summary>
internal static class AlertFixes
{
    /// <exception cref="ApiProblemException">The body names what can be no incident, or the caller sees no such alert.</exception>
    public static async Task<(IReadOnlyList<AlertFixOutcome> Done, ApiProblem? Problem)> RunAsync(
        IPimUnitOfWork work,
        ApiCaller caller,
        AlertKey key,
        AlertFixBody body,
        bool isVerified,
        CancellationToken cancellation
    )
    {
        await AlertAsk.ViewAsync(work, caller, key, cancellation);
        var decision = await FixAlert.RunAsync(
            work,
            new FixAlertCommand
            {
                Actor = caller.Id,
                Alert = key,
                Incidents = body.IncidentIds is { } ids ? [.. ids.Select(IdOf)] : null,
                IsAdoption = body.IsAdoption,
                End = body.EndDateTime,
                Justification = body.Justification,
                IsVerified = isVerified,
                IsValidationOnly = body.IsValidationOnly,
            },
            cancellation
        );
        if (!decision.IsAllowed)
        {
            return ([], await RefusalProblem.OfAsync(work, decision.Refusal, null, cancellation));
        }

        var done = new List<AlertFixOutcome>();
        foreach (var outcome in decision.Value.Outcomes)
        {
            done.Add(await ShownAsync(work, outcome, cancellation));
        }

        return (done, null);
    }

    private static async Task<AlertFixOutcome> ShownAsync(
        IPimUnitOfWork work,
        FixOutcome outcome,
        CancellationToken cancellation
    )
    {
        var incident = outcome.Incident;
        var isOwed = AlertDefinitions.Of(incident.Alert.Kind).Fix is AlertFix.RemoveOrAdopt;
        return new AlertFixOutcome(
            incident.Id.ToString(),
            incident.Person?.Value ?? incident.Group?.Value,
            incident.Access.Role.Value,
            outcome.Refusal is not null ? "Refused"
                : outcome.IsWaiting || isOwed ? "Pending"
                : "Fixed",
            outcome.Refusal is { } refusal
                ? (await RefusalProblem.OfAsync(work, refusal, incident.Access.Role, cancellation)).Reasons
                : null
        );
    }

    private static Guid IdOf(string text, int place) =>
        Guid.TryParse(text, out var id)
            ? id
            : throw ApiProblemException.Bad("This is no id of an incident.", $"$.incidentIds[{place}]");
}
