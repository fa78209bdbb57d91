using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.Cards;
using PimBot.Channel.Cards;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Bot.Notifications;

/// <summary>Reads what the delivery of an assignment's notice goes by, and renders its card from the present state.</summary>
internal sealed class AssignmentNoticeReader
{
    /// <summary>Null: the role or scope is gone.</summary>
    public async Task<AssignmentNoticeFacts?> ReadAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        CancellationToken cancellation
    )
    {
        if (await ViewAsync(work, notice, cancellation) is not { } view)
        {
            return null;
        }

        var to = notice.Person is { } person
            ? await CardRecipient.ReadAsync(work, person, notice.Request, cancellation)
            : null;
        IReadOnlyList<SentCard> sent = (notice.Person, notice.Request) is ({ } reader, { } request)
            ? await SentCards.OfAsync(work, request, reader, cancellation)
            : [];
        var card = await CardAsync(work, view, to?.Zone ?? TimeZoneInfo.Utc, cancellation);
        return new AssignmentNoticeFacts(view, to, card, sent);
    }

    /// <summary>Who is asked gets the card to decide on, and sees on it what became of it.</summary>
    private static async Task<AdaptiveCard> CardAsync(
        IPimUnitOfWork work,
        AssignmentWordView view,
        TimeZoneInfo zone,
        CancellationToken cancellation
    ) =>
        view
            is {
                Notice:
                { Kind: AssignmentNoticeKind.DecisionAsked or AssignmentNoticeKind.DecisionSettled, Person: not null },
                Request: { } request,
            }
            ? AssignmentDecisionCard.For(await AssignmentRequestReader.ViewAsync(work, request, cancellation), zone)
            : AssignmentWordCard.For(view, zone);

    private static async Task<AssignmentWordView?> ViewAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        CancellationToken cancellation
    )
    {
        var role = await work.Directory.FindRoleAsync(notice.Access.Role, cancellation);
        var scope = (await work.Directory.ScopesAsync([notice.Access.Scope], cancellation)).SingleOrDefault();
        if (role is null || scope is null)
        {
            return null;
        }

        var request = notice.Request is { } id ? await work.AssignmentRequests.FindAsync(id, cancellation) : null;
        var group = notice.AssigneeGroup is { } groupId
            ? (await work.Directory.GroupsAsync([groupId], cancellation)).SingleOrDefault()
            : null;
        var people = await PeopleAsync(work, notice, request, cancellation);
        return new AssignmentWordView
        {
            Notice = notice,
            Now = work.Now,
            Role = role,
            Scope = scope,
            Group = group,
            Request = request,
            Assignment = await work.Assignments.FindAsync(notice.Assignment, cancellation),
            Assignee = Find(people, notice.Assignee),
            By = Find(people, request?.CreatedBy),
            Decider = Find(people, request?.Decision?.By),
            IsTheirs =
                notice.Person is { } reader && (reader == notice.Assignee || group?.Members.Contains(reader) is true),
        };
    }

    private static async Task<IReadOnlyList<Person>> PeopleAsync(
        IPimUnitOfWork work,
        AssignmentNotice notice,
        AssignmentRequest? request,
        CancellationToken cancellation
    )
    {
        var ids = new[] { notice.Assignee, request?.CreatedBy, request?.Decision?.By };
        return await work.Directory.PeopleAsync([.. ids.OfType<PersonId>().Distinct()], cancellation);
    }

    private static Person? Find(IReadOnlyList<Person> people, PersonId? id) =>
        people.FirstOrDefault(person => person.Id == id);
}
