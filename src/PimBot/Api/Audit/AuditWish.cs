using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Audit;

namespace PimBot.Api.Audit;

/// <summary>Which entries are asked for, as query parameters; what is missing is any.</summary>
internal sealed record AuditWish
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>The first instant, with its zone: <c>2026-10-01T00:00:00Z</c>.</summary>
    [FromQuery]
    public string? Since { get; init; }

    /// <summary>The first instant behind.</summary>
    [FromQuery]
    public string? Until { get; init; }

    /// <summary>Id of a person: who did it, or whom it concerns.</summary>
    [FromQuery]
    public string? Person { get; init; }

    /// <summary>Id of whoever did it.</summary>
    [FromQuery]
    public string? Actor { get; init; }

    /// <summary>Id of whom it concerns.</summary>
    [FromQuery]
    public string? Subject { get; init; }

    /// <summary>Id of a role.</summary>
    [FromQuery]
    public string? Role { get; init; }

    /// <summary>Id of a scope; what is below it is meant too.</summary>
    [FromQuery]
    public string? Scope { get; init; }

    /// <summary>A category, such as <c>approvals</c>.</summary>
    [FromQuery]
    public string? Kind { get; init; }

    /// <summary>An action's code, such as <c>RequestApproved</c>.</summary>
    [FromQuery]
    public string? Activity { get; init; }

    /// <summary>Id of a request.</summary>
    [FromQuery]
    public string? Request { get; init; }

    /// <summary>A part of a ticket.</summary>
    [FromQuery]
    public string? Ticket { get; init; }

    /// <exception cref="ApiProblemException">A value is impossible.</exception>
    public AuditFilter ToFilter() =>
        new()
        {
            Since = Moment(Since, "?since"),
            Until = Moment(Until, "?until"),
            Person = Person is { } person ? new PersonId(person) : null,
            Actor = Actor is { } actor ? new PersonId(actor) : null,
            Subject = Subject is { } subject ? new PersonId(subject) : null,
            Role = Role is { } role ? new RoleId(role) : null,
            Scope = Scope is { } scope ? new ScopeId(scope) : null,
            Actions = Actions(),
            Request =
                Request is null ? null
                : Guid.TryParse(Request, out var id) ? new RequestId(id)
                : throw ApiProblemException.Bad("This is no request’s id.", "?request"),
            Ticket = Ticket,
        };

    private IReadOnlyList<AuditAction>? Actions()
    {
        IReadOnlySet<AuditAction>? ofKind = Kind is null
            ? null
            : AuditKinds.In(
                Names.Find<AuditKind>(Kind)
                    ?? throw ApiProblemException.Bad(
                        $"The kinds are: {string.Join(", ", Enum.GetValues<AuditKind>().Select(Names.Of))}.",
                        "?kind"
                    )
            );
        if (Activity is null)
        {
            return ofKind is null ? null : [.. ofKind.Order()];
        }

        return Enum.TryParse<AuditAction>(Activity, out var action) && action.ToString() == Activity
            ? (ofKind?.Contains(action) is false ? [] : [action])
            : throw ApiProblemException.Bad("There is no such activity.", "?activity");
    }

    internal static DateTimeOffset? Moment(string? text, string place) =>
        text is null ? null
        : (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
        && DateTimeOffset.TryParseExact(
            text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
        : throw ApiProblemException.Bad("Give an instant with its zone, such as 2026-10-01T00:00:00Z.", place);
}
