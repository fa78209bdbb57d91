using Microsoft.AspNetCore.Mvc;
using PimBot.Api.Access;
using PimBot.Api.Answers;
using PimBot.Api.Security;
using PimBot.Application.Policies;
using PimBot.Application.Work;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Api.Policies;

/// <summary>Roles' settings as Graph's role management policies. A change goes through <see cref="ChangePolicy"/> alone.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder api)
    {
        api.MapGet("policies", ListAsync)
            .Produces<ApiPage<RolePolicyResource>>()
            .WithSummary("List policies with their rules, of one role or scope or of all that you may see.");
        api.MapGet("policies/{role}", GetAsync)
            .Produces<RolePolicyResource>()
            .WithSummary("Get a role's policy at a scope; scope is / unless given.");
        api.MapPatch("policies/{role}", PatchAsync)
            .Produces<RolePolicyResource>()
            .WithSummary("Change several rules at once. Needs If-Match.");
        api.MapGet("policies/{role}/rules", RulesAsync)
            .Produces<ApiPage<PolicyRule>>()
            .WithSummary("Get the 17 rules of a policy.");
        api.MapGet("policies/{role}/rules/{ruleId}", RuleAsync).Produces<PolicyRule>().WithSummary("Get one rule.");
        api.MapPatch("policies/{role}/rules/{ruleId}", PatchRuleAsync)
            .Produces<PolicyRule>()
            .WithSummary("Change one rule; what the body leaves out stays. Needs If-Match.");
    }

    private static async Task<IResult> ListAsync(
        string? role,
        string? scope,
        [FromQuery(Name = "$top")] int? top,
        [FromQuery(Name = "$skipToken")] string? skipToken,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var ask = PageAsk.Of(top, skipToken);
        var page = await store.ReadAsync(
            async (work, stop) =>
            {
                var viewer = await Viewer.ReadAsync(work, caller, stop);
                var all = await PolicyReader.AccessesAsync(work, viewer, role, scope, stop);
                var part = ask.Of(context, all, PolicyReader.KeyOf);
                return await PolicyReader.ReadAsync(work, viewer, part, stop);
            },
            context.RequestAborted
        );
        return ApiResults.Ok(page);
    }

    private static async Task<IResult> GetAsync(
        string role,
        string? scope,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var found = await ReadAsync(store, caller, Access(role, scope), context.RequestAborted);
        return Answer(context, found, found);
    }

    private static async Task<IResult> RulesAsync(
        string role,
        string? scope,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var found = await ReadAsync(store, caller, Access(role, scope), context.RequestAborted);
        return Answer(context, found, new ApiPage<PolicyRule>(found.Rules));
    }

    private static async Task<IResult> RuleAsync(
        string role,
        string ruleId,
        string? scope,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var found = await ReadAsync(store, caller, Access(role, scope), context.RequestAborted);
        return Answer(context, found, RuleOf(found, ruleId));
    }

    private static Task<IResult> PatchAsync(
        string role,
        string? scope,
        JsonBody<PolicyPatch> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    ) =>
        ChangeAsync(
            context,
            store,
            caller,
            Access(role, scope),
            before => PolicyChange.Of(before, body.Value.Rules),
            after => after
        );

    private static Task<IResult> PatchRuleAsync(
        string role,
        string ruleId,
        string? scope,
        JsonBody<PolicyRule> body,
        HttpContext context,
        ApiCaller caller,
        IPimStore store
    )
    {
        var rule = body.Value.Id is null ? body.Value with { Id = ruleId } : body.Value;
        return rule.Id == ruleId
            ? ChangeAsync(
                context,
                store,
                caller,
                Access(role, scope),
                before => PolicyChange.Of(before, rule, "$"),
                after => RuleOf(after, ruleId)
            )
            : throw ApiProblemException.Bad("The body's rule is another than the address's.", "$.id");
    }

    private static async Task<IResult> ChangeAsync<TShown>(
        HttpContext context,
        IPimStore store,
        ApiCaller caller,
        RoleScope access,
        Func<RolePolicy, PolicyChange> change,
        Func<RolePolicyResource, TShown> show
    )
    {
        var (changed, problem) = await store.CommitAsync(
            (work, stop) => ChangeAsync(work, context.Request, caller, access, change, stop),
            context.RequestAborted
        );
        return problem is null ? Answer(context, changed!, show(changed!)) : ApiResults.Of(problem);
    }

    private static async Task<(RolePolicyResource? Changed, ApiProblem? Problem)> ChangeAsync(
        IPimUnitOfWork work,
        HttpRequest request,
        ApiCaller caller,
        RoleScope access,
        Func<RolePolicy, PolicyChange> change,
        CancellationToken cancellation
    )
    {
        var viewer = await Viewer.ReadAsync(work, caller, cancellation);
        var shown = await PolicyReader.ReadAsync(work, viewer, access, cancellation);
        if (EntityTag.Fault(request, shown.ETag!) is { } outdated)
        {
            return (null, outdated);
        }

        var before = await work.Directory.PolicyAsync(access, cancellation);
        var after = change(before);
        if (after.Faults.Count > 0)
        {
            var places = string.Join(", ", after.Faults);
            return (
                null,
                ApiProblem.Bad($"These members have values that are impossible here: {places}.", after.Faults[0])
            );
        }

        var command = new ChangePolicyCommand(caller.Id, after.Policy, before.Version);
        var saved = await ChangePolicy.RunAsync(work, command, cancellation);
        return saved.IsAllowed
            ? (await PolicyReader.ReadAsync(work, viewer, access, cancellation), null)
            : (null, await RefusalProblem.OfAsync(work, saved.Refusal, access.Role, cancellation));
    }

    private static Task<RolePolicyResource> ReadAsync(
        IPimStore store,
        ApiCaller caller,
        RoleScope access,
        CancellationToken cancellation
    ) =>
        store.ReadAsync(
            async (work, stop) =>
                await PolicyReader.ReadAsync(work, await Viewer.ReadAsync(work, caller, stop), access, stop),
            cancellation
        );

    private static PolicyRule RuleOf(RolePolicyResource policy, string ruleId) =>
        policy.Rules.FirstOrDefault(rule => rule.Id == ruleId) ?? throw new ApiProblemException(ApiProblem.NotFound);

    private static IResult Answer<T>(HttpContext context, RolePolicyResource policy, T shown)
    {
        EntityTag.Set(context.Response, policy.ETag!);
        return ApiResults.Ok(shown);
    }

    private static RoleScope Access(string role, string? scope) =>
        new(new(role), new(scope ?? ScopeId.Directory.Value));
}
