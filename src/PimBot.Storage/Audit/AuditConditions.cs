using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PimBot.Application.Audit;
using PimBot.Domain.Access;
using PimBot.Domain.Audit;
using PimBot.Storage.Conversions;

namespace PimBot.Storage.Audit;

/// <summary>What is wanted and what may be seen, as conditions on rows. Says the same as <see cref="AuditSight"/>.</summary>
internal static class AuditConditions
{
    public static IQueryable<AuditRow> Wanted(IQueryable<AuditRow> rows, AuditSelection selection)
    {
        var filter = selection.Filter;
        rows = filter.Since is { } since ? rows.Where(row => row.At >= since) : rows;
        rows = filter.Until is { } until ? rows.Where(row => row.At < until) : rows;
        rows = filter.Person is { } person ? rows.Where(row => row.Actor == person || row.Subject == person) : rows;
        rows = filter.Actor is { } actor ? rows.Where(row => row.Actor == actor) : rows;
        rows = filter.Subject is { } subject ? rows.Where(row => row.Subject == subject) : rows;
        rows = filter.Role is { } role ? rows.Where(row => row.Role == role) : rows;
        rows = filter.Request is { } request ? rows.Where(row => row.RequestId == request) : rows;
        if (filter.Actions is { } actions)
        {
            rows = rows.Where(row => actions.Contains(row.Action));
        }

        if (selection.Scopes is { } scopes)
        {
            var among = scopes.Select(scope => (ScopeId?)scope).ToList();
            rows = rows.Where(row => among.Contains(row.Scope));
        }

        if (filter.Ticket is { } ticket)
        {
            var pattern = LikePattern.Containing(StoredText.Clean(ticket).ToLowerInvariant());
            rows = rows.Where(row => row.Ticket != null && EF.Functions.Like(row.Ticket.ToLower(), pattern, "\\"));
        }

        return Seen(rows, selection.Sight);
    }

    public static IQueryable<AuditRow> Seen(IQueryable<AuditRow> rows, AuditSight sight)
    {
        if (sight.SeesEverything)
        {
            return rows;
        }

        var reader = sight.Reader;
        Expression<Func<AuditRow, bool>> own = row => row.Actor == reader || row.Subject == reader;
        if (sight.IsOwnOnly)
        {
            return rows.Where(own);
        }

        var (general, allAzure) = (sight.SeesGeneral, sight.SeesAllAzure);
        var roles = sight.Roles.Select(role => (RoleId?)role).ToList();
        var atScopes = sight.RolesAtScopes.Select(role => (RoleId?)role).ToList();
        var scopes = sight.Scopes.Select(scope => (ScopeId?)scope).ToList();
        Expression<Func<AuditRow, bool>> seen = row =>
            row.Actor == reader
            || row.Subject == reader
            || (general && row.Role == null && row.Scope == null)
            || (row.Role == null && row.Scope != null && (allAzure || scopes.Contains(row.Scope)))
            || roles.Contains(row.Role)
            || (atScopes.Contains(row.Role) && scopes.Contains(row.Scope));
        return rows.Where(general || roles.Count > 0 ? InOrder(seen) : seen);
    }

    // Who sees most of the entries finds the newest on a walk through all. As it stands, the condition would tempt SQLite
    // to gather all that any of the indexes finds, and to sort it.
    private static Expression<Func<AuditRow, bool>> InOrder(Expression<Func<AuditRow, bool>> seen)
    {
        var sequence = Expression.Property(seen.Parameters[0], nameof(AuditRow.Sequence));
        var none = Expression.Constant(0L);
        var number = Expression.Condition(seen.Body, sequence, none);
        return Expression.Lambda<Func<AuditRow, bool>>(Expression.GreaterThan(number, none), seen.Parameters);
    }
}
