using PimBot.Application.Work;
using PimBot.Bot.Wording;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Bot.Dialogs;

/// <summary>What an activation is about: the role, where, under which policy, and which running activation it extends.</summary>
internal sealed record ActivationSubject(Role Role, Scope Scope, RolePolicy Policy, GrantId? Extends)
{
    public RoleScope Access => new(Role.Id, Scope.Id);

    /// <summary>Null when the role or the scope is unknown.</summary>
    public static async Task<ActivationSubject?> FindAsync(
        IPimUnitOfWork work,
        RoleScope access,
        GrantId? extends,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(access.Role, cancellation);
        var scopes = await work.Directory.ScopesAsync([access.Scope], cancellation);
        return role is null || scopes.Count == 0
            ? null
            : new ActivationSubject(role, scopes[0], await work.Directory.PolicyAsync(access, cancellation), extends);
    }

    /// <summary>What is known so far, in words: "Owner, Contoso Production, 1 hour, from tomorrow at 09:00 (UTC+1)".</summary>
    public string SayBack(ActivationDialogState state, DateTimeOffset now, TimeZoneInfo zone)
    {
        string?[] parts =
        [
            Role.Name,
            Scope.Kind is ScopeKind.Directory ? null : Scope.Name,
            state.Minutes is { } minutes ? Words.Duration(TimeSpan.FromMinutes(minutes)) : null,
            state.Start is { } start ? $"from {Words.Moment(start, now, zone)}" : null,
            state.Until is { } until ? $"until {Words.Moment(until, now, zone)}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}
