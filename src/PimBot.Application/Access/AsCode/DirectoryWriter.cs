using PimBot.Domain.Access;

namespace PimBot.Application.Access.AsCode;

/// <summary>
/// Writes a directory as a document that reads back to the same contents. The order depends on names and ids alone,
/// and every moment is absolute, so that two documents differ where the directories do.
/// </summary>
public static class DirectoryWriter
{
    /// <param name="contents">Consistent: every reference leads somewhere.</param>
    /// <param name="now">Assignments that are over by now are left out.</param>
    public static DirectoryNode Write(DirectoryContents contents, DateTimeOffset now)
    {
        var roles = contents.Roles.ToDictionary(r => r.Id, r => r.Name);
        var policies = contents.Policies.ToDictionary(p => p.Access);
        return DirectoryNodes.Map(
            (
                "scopes",
                DirectoryNodes.List(contents.Scopes.OrderBy(s => s.Id.Value, StringComparer.Ordinal).Select(Scope))
            ),
            ("roles", DirectoryNodes.List(Sorted(contents.Roles, r => r.Name, r => r.Id.Value).Select(Role))),
            ("people", DirectoryNodes.List(Sorted(contents.People, p => p.Name, p => p.Id.Value).Select(Person))),
            ("groups", DirectoryNodes.List(Sorted(contents.Groups, g => g.Name, g => g.Id.Value).Select(Group))),
            (
                "policies",
                DirectoryNodes.List(
                    Sorted(contents.Policies, p => Name(p.Access), p => p.Access.Scope.Value)
                        .Select(DirectoryPolicyWriter.Write)
                )
            ),
            (
                "assignments",
                DirectoryNodes.List(
                    Sorted(
                            contents.Assignments.Where(a => !a.IsOverAt(now)),
                            a => Name(a.Access),
                            a => a.Access.Scope.Value
                        )
                        .ThenBy(a => a.Type)
                        .ThenBy(a => a.Group is not null)
                        .ThenBy(a => a.Person?.Value ?? a.Group?.Value, StringComparer.Ordinal)
                        .ThenBy(a => a.Start)
                        .ThenBy(a => a.End)
                        .Select(a => Assignment(a, policies.GetValueOrDefault(a.Access), now))
                )
            ),
            ("reviews", Reviews(contents, r => Name(r.Access))),
            (
                "alerts",
                contents.HasAlerts
                    ? DirectoryNodes.List(
                        contents
                            .Alerts.OrderBy(a => a.Key.Kind)
                            .ThenBy(a => a.Key.Scope.Value, StringComparer.Ordinal)
                            .Select(DirectoryAlertWriter.Write)
                    )
                    : null
            )
        );

        string Name(RoleScope access) => $"{roles[access.Role]}\n{access.Role.Value}";
    }

    // What has come to its end is history. Of several with one name the file can say one.
    private static DirectoryNode? Reviews(DirectoryContents contents, Func<DirectoryReview, string> name) =>
        contents.HasReviews
            ? DirectoryNodes.List(
                Sorted(contents.Reviews.Where(r => !r.IsOver), name, r => r.Access.Scope.Value)
                    .ThenBy(r => r.Name, StringComparer.Ordinal)
                    .ThenByDescending(r => r.First)
                    .DistinctBy(r => (r.Access, r.Name))
                    .Select(DirectoryReviewWriter.Write)
            )
            : null;

    private static IOrderedEnumerable<T> Sorted<T>(
        IEnumerable<T> entries,
        Func<T, string> first,
        Func<T, string> second
    ) => entries.OrderBy(first, StringComparer.Ordinal).ThenBy(second, StringComparer.Ordinal);

    private static DirectoryNode Scope(Scope scope) =>
        DirectoryNodes.Map(
            ("id", DirectoryNodes.Text(scope.Id.Value)),
            ("kind", DirectoryNodes.Word(DirectoryVocabulary.ScopeKinds, scope.Kind)),
            ("name", DirectoryNodes.Text(scope.Name)),
            ("parent", DirectoryNodes.TextOrNothing(scope.Parent?.Value))
        );

    private static DirectoryNode Role(Role role) =>
        DirectoryNodes.Map(
            ("id", DirectoryNodes.Text(role.Id.Value)),
            ("name", DirectoryNodes.Text(role.Name)),
            ("kind", DirectoryNodes.Word(DirectoryVocabulary.RoleKinds, role.Kind)),
            ("privileged", DirectoryNodes.FlagUnless(usual: false, role.Privileged)),
            ("aliases", DirectoryNodes.ListOrNothing(role.Aliases.Select(DirectoryNodes.Text)))
        );

    private static DirectoryNode Person(Person person) =>
        DirectoryNodes.Map(
            ("id", DirectoryNodes.Text(person.Id.Value)),
            ("name", DirectoryNodes.Text(person.Name)),
            ("upn", DirectoryNodes.TextOrNothing(person.Upn)),
            ("mail", DirectoryNodes.TextOrNothing(person.Mail)),
            ("secondaryMail", DirectoryNodes.TextOrNothing(person.SecondaryMail)),
            ("kind", DirectoryNodes.Word(DirectoryVocabulary.PersonKinds, person.Kind)),
            ("linkedTo", DirectoryNodes.TextOrNothing(person.LinkedTo?.Value)),
            ("manager", DirectoryNodes.TextOrNothing(person.Manager?.Value)),
            ("enabled", DirectoryNodes.FlagUnless(usual: true, person.Enabled)),
            ("lastSignIn", DirectoryNodes.Moment(person.LastSignIn))
        );

    private static DirectoryNode Group(Group group) =>
        DirectoryNodes.Map(
            ("id", DirectoryNodes.Text(group.Id.Value)),
            ("name", DirectoryNodes.Text(group.Name)),
            ("members", DirectoryNodes.List(group.Members.Select(m => DirectoryNodes.Text(m.Value)))),
            ("owners", DirectoryNodes.List(group.Owners.Select(o => DirectoryNodes.Text(o.Value))))
        );

    private static DirectoryNode Assignment(
        Assignment assignment,
        Domain.Policies.RolePolicy? policy,
        DateTimeOffset now
    ) =>
        DirectoryNodes.Map(
            ("person", DirectoryNodes.TextOrNothing(assignment.Person?.Value)),
            ("group", DirectoryNodes.TextOrNothing(assignment.Group?.Value)),
            ("role", DirectoryNodes.Text(assignment.Access.Role.Value)),
            ("scope", DirectoryNodes.Text(assignment.Access.Scope.Value)),
            ("type", DirectoryNodes.Word(DirectoryVocabulary.AssignmentTypes, assignment.Type)),
            ("start", DirectoryNodes.Moment(assignment.Start)),
            ("end", DirectoryNodes.Moment(assignment.End)),
            ("exceedsPolicy", DirectoryNodes.FlagUnless(usual: false, Exceeds(assignment, policy, now)))
        );

    // As the reader judges it: from the start or, of what runs already, from now.
    private static bool Exceeds(Assignment assignment, Domain.Policies.RolePolicy? policy, DateTimeOffset now)
    {
        var maximum = (assignment.Type is AssignmentType.Eligible ? policy?.Eligible : policy?.Active)?.Maximum;
        return maximum is { } longest
            && (
                assignment.End is not { } end || end - (assignment.Start > now ? assignment.Start.Value : now) > longest
            );
    }
}
