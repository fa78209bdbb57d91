using PimBot.Api.Answers;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Activations;

namespace PimBot.Api.Access;

/// <summary>
/// Lists requests that the caller may see, newest first: their own, those about them, and for administrators those of what
/// they see. Among active assignments' requests those to activate come first.
/// </summary>
internal sealed class RequestLister(
    IPimUnitOfWork work,
    Viewer viewer,
    ScheduleFilter filter,
    RequestState? state,
    AssignmentType type
)
{
    private const string OfActivations = "r";
    private const string OfAssignments = "s";
    private const int Chunk = 500;

    /// <summary>A page may be short of what was asked for when so much was looked through in vain.</summary>
    private const int MostChunks = 20;

    private readonly List<(string Key, ScheduleRequestResource Shown)> found = [];

    /// <summary>Null: any.</summary>
    /// <exception cref="ApiProblemException">There is no such state.</exception>
    public static RequestState? State(string? status) =>
        status is null ? null
        : Enum.GetValues<RequestState>().Where(s => s.ToString() == status).ToList() is [var only] ? only
        : throw ApiProblemException.Bad("There is no such state.", "?status");

    /// <summary>Null: there is none of this kind, or none that the caller may see.</summary>
    public static async Task<ScheduleRequestResource?> FindAsync(
        IPimUnitOfWork work,
        Viewer viewer,
        string id,
        AssignmentType type,
        CancellationToken cancellation
    )
    {
        if (!Guid.TryParse(id, out var guid))
        {
            return null;
        }

        var requestId = new RequestId(guid);
        if (
            type is AssignmentType.Active
            && await work.Requests.FindAsync(requestId, cancellation) is { } activation
            && IsSeen(viewer, activation)
        )
        {
            return ScheduleRequestResource.Of(activation);
        }

        return
            await work.AssignmentRequests.FindAsync(requestId, cancellation) is { } request
            && request.Ask.Type == type
            && IsSeen(viewer, request)
            ? ScheduleRequestResource.Of(request)
            : null;
    }

    public async Task<(IReadOnlyList<ScheduleRequestResource> Found, string? Last)> ReadAsync(
        PageAsk ask,
        CancellationToken cancellation
    )
    {
        var (source, before) = Position(ask.After);
        string? last = null;
        if (source == OfActivations && type is AssignmentType.Active)
        {
            last = await ScanAsync(OfActivations, ask.Top, before, ActivationsAsync, cancellation);
        }

        if (last is null && found.Count <= ask.Top)
        {
            var from = source == OfAssignments ? before : null;
            last = await ScanAsync(OfAssignments, ask.Top, from, AssignmentsAsync, cancellation);
        }

        return found.Count > ask.Top
            ? ([.. found.Take(ask.Top).Select(f => f.Shown)], found[ask.Top - 1].Key)
            : ([.. found.Select(f => f.Shown)], last);
    }

    private async Task<string?> ScanAsync(
        string source,
        int top,
        RequestId? before,
        Func<RequestId?, CancellationToken, Task<IReadOnlyList<(RequestId Id, ScheduleRequestResource? Shown)>>> read,
        CancellationToken cancellation
    )
    {
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var part = await read(before, cancellation);
            found.AddRange(
                part.Where(item => item.Shown is not null).Select(item => (Key(source, item.Id), item.Shown!))
            );
            if (part.Count < Chunk || found.Count > top)
            {
                return null;
            }

            before = part[^1].Id;
        }

        return Key(source, before!.Value);
    }

    private async Task<IReadOnlyList<(RequestId, ScheduleRequestResource?)>> ActivationsAsync(
        RequestId? before,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.Requests.ListAsync(before, Chunk, cancellation)).Select(r =>
                (r.Id, IsSeen(viewer, r) && IsListed(r) ? ScheduleRequestResource.Of(r) : null)
            ),
        ];

    private async Task<IReadOnlyList<(RequestId, ScheduleRequestResource?)>> AssignmentsAsync(
        RequestId? before,
        CancellationToken cancellation
    ) =>
        [
            .. (await work.AssignmentRequests.ListAsync(before, Chunk, cancellation)).Select(r =>
                (r.Id, r.Ask.Type == type && IsSeen(viewer, r) && IsListed(r) ? ScheduleRequestResource.Of(r) : null)
            ),
        ];

    private bool IsListed(ActivationRequest request) =>
        (state is null || request.State == state) && filter.Takes(request.Access, Principal.Of(request.Requester));

    private bool IsListed(AssignmentRequest request) =>
        (state is null || request.State == state) && filter.Takes(request.Access, request.Principal);

    private static bool IsSeen(Viewer viewer, ActivationRequest request) =>
        request.Requester == viewer.Person.Id || viewer.Sees(request.Access);

    private static bool IsSeen(Viewer viewer, AssignmentRequest request) =>
        request.CreatedBy == viewer.Person.Id
        || request.Principal.Person == viewer.Person.Id
        || viewer.Sees(request.Access);

    private static string Key(string source, RequestId id) => $"{source}{id.Value:N}";

    private static (string Source, RequestId? Before) Position(string? token)
    {
        if (token is null)
        {
            return (OfActivations, null);
        }

        return
            token.Length > 1
            && token[..1] is OfActivations or OfAssignments
            && Guid.TryParseExact(token[1..], "N", out var id)
            ? (token[..1], new RequestId(id))
            : throw ApiProblemException.Bad("This $skipToken is from no page of this list.", "?$skipToken");
    }
}
