using PimBot.Application.Access;
using PimBot.Bot.Cards;
using PimBot.Bot.Turns;
using PimBot.Domain.Access;

namespace PimBot.Bot.Handlers;

/// <summary>Reads a page of a role's members, as far as the reader may see them.</summary>
internal static class MembersPages
{
    /// <summary>Null where the reader sees nothing of the role, which is answered like a role that does not exist.</summary>
    /// <param name="context">The turn of the reader.</param>
    /// <param name="role">The role.</param>
    /// <param name="at">The only scope; null: every one that the reader sees.</param>
    /// <param name="number">Which page, from 0; one behind the last is the last.</param>
    /// <param name="cancellation">Stops the read.</param>
    public static async Task<MembersPage?> ReadAsync(
        TurnContext context,
        RoleId role,
        ScopeId? at,
        int number,
        CancellationToken cancellation
    )
    {
        var seen = await OfAsync(context, role, at, AdministrationRight.View, cancellation);
        if (seen is null)
        {
            return null;
        }

        var managed = await OfAsync(context, role, at, AdministrationRight.Manage, cancellation);
        var page = new MembersPage
        {
            Heading =
                at is null || seen.Role.Kind is RoleKind.DirectoryRole
                    ? seen.Role.Name
                    : $"{seen.Role.Name} at {seen.Scopes[0].Name}",
            Rows = [],
            All = 0,
            Role = seen.Role,
            Scope = at is null ? null : seen.Scopes[0],
            Managed = managed?.Scopes.Select(s => new RoleScope(role, s.Id)).ToHashSet() ?? [],
        };
        var (rows, all) = await PartAsync(context, page, seen, number, cancellation);
        var last = Math.Max(0, (all - 1) / MembersCard.Most);
        if (number > last)
        {
            (number, (rows, all)) = (last, await PartAsync(context, page, seen, last, cancellation));
        }

        var groups = rows.Select(r => r.Assignment.Group).OfType<GroupId>().ToHashSet();
        return page with
        {
            InGroups = await GroupAccessReader.MembersAsync(context.Work, groups, cancellation),
            Rows = rows,
            All = all,
            Number = number,
        };
    }

    private static Task<(IReadOnlyList<AssignmentView> Part, int All)> PartAsync(
        TurnContext context,
        MembersPage page,
        AdministeredRole seen,
        int number,
        CancellationToken cancellation
    ) =>
        AssignmentViewReader.OfRoleAsync(
            context.Work,
            page.Role!.Id,
            seen.Scopes,
            (page with { Number = number }).Skip,
            MembersCard.Most,
            cancellation
        );

    private static async Task<AdministeredRole?> OfAsync(
        TurnContext context,
        RoleId role,
        ScopeId? at,
        AdministrationRight least,
        CancellationToken cancellation
    )
    {
        var all = await AdministeredReader.ReadAsync(context.Work, context.Person.Id, least, cancellation);
        return all.FirstOrDefault(a => a.Role.Id == role) switch
        {
            { } found when at is null => found,
            { } found when found.Scopes.FirstOrDefault(s => s.Id == at) is { } scope => found with { Scopes = [scope] },
            _ => null,
        };
    }
}
