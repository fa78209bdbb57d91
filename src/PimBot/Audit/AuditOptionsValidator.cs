using Microsoft.Extensions.Options;
using PimBot.Channel.Settings;

namespace PimBot.Audit;

internal sealed class AuditOptionsValidator(IHostEnvironment environment) : IValidateOptions<AuditOptions>
{
    private const int LongestRetention = 36_500;
    private const int ShortestKey = 32;

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        var faults = Faults(options).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string?> Faults(AuditOptions options)
    {
        if (options.Retention is < 1 or > LongestRetention)
        {
            yield return $"Audit:Retention is '{options.Retention}': allowed are 1 to {LongestRetention} days, or nothing to keep the audit for ever.";
        }

        foreach (var fault in AnchorFaults(options.Anchor).Concat(FeedFaults(options.Feed)))
        {
            yield return fault;
        }
    }

    private IEnumerable<string?> AnchorFaults(AuditAnchorOptions anchor)
    {
        yield return EndpointUrl.Fault("Audit:Anchor:Endpoint", anchor.Endpoint, environment.IsDevelopment());
        if (anchor.File is { } file && !IsFile(file))
        {
            yield return $"Audit:Anchor:File is '{file}': allowed is the path of a file, in a folder that is there.";
        }

        if (anchor.Token is not null && anchor.Endpoint is null)
        {
            yield return "Audit:Anchor:Endpoint is missing: Audit:Anchor:Token is set, and is for nothing else.";
        }

        if (anchor.Token?.Any(c => c is <= ' ' or > '~') is true)
        {
            yield return "Audit:Anchor:Token has characters that no bearer token can have.";
        }

        if (anchor.Key is not null && (anchor.File ?? anchor.Endpoint) is null)
        {
            yield return "Audit:Anchor:File is missing: Audit:Anchor:Key is set, and there is no anchor to seal with it.";
        }

        if (anchor.Key is { Length: < ShortestKey })
        {
            yield return $"Audit:Anchor:Key is too short: allowed are {ShortestKey} characters or more.";
        }
    }

    private IEnumerable<string?> FeedFaults(AuditFeedOptions feed)
    {
        yield return EndpointUrl.Fault("Audit:Feed:Webhook", feed.Webhook, environment.IsDevelopment());
        if (feed.Webhook is not null && feed.Secret is null)
        {
            yield return "Audit:Feed:Secret is missing: what is posted to Audit:Feed:Webhook is signed with it.";
        }

        if (feed.Secret is not null && feed.Webhook is null)
        {
            yield return "Audit:Feed:Webhook is missing: Audit:Feed:Secret is set, and is for nothing else.";
        }

        if (feed.Secret is not null && WebhookSignature.KeyOf(feed.Secret) is null)
        {
            yield return "Audit:Feed:Secret is not of the form whsec_…: allowed are 24 to 64 bytes in Base64 after it.";
        }

        if (feed.Syslog is { } syslog && SyslogAddress.Parse(syslog) is null)
        {
            yield return $"Audit:Feed:Syslog is '{syslog}': allowed is tls://host:port or tcp://host:port.";
        }

        if (feed.SyslogCertificates is { } file)
        {
            yield return SyslogCertificatesFault(feed, file);
        }
    }

    private static string? SyslogCertificatesFault(AuditFeedOptions feed, string file) =>
        feed.Syslog is null || SyslogAddress.Parse(feed.Syslog) is { IsTls: false }
            ? "Audit:Feed:SyslogCertificates is set, and Audit:Feed:Syslog is no tls:// address: only TLS has certificates."
            : SyslogTrust.Fault(file);

    private static bool IsFile(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            return Directory.Exists(Path.GetDirectoryName(full)) && !Directory.Exists(full);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
