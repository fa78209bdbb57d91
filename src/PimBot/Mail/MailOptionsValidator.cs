using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace PimBot.Mail;

internal sealed class MailOptionsValidator(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(MailOptions options)
    {
        if (options.Host is null)
        {
            return options.From is null && options.User is null && options.Password is null
                ? []
                :
                [
                    "Mail:Host is missing: without the server's name no mail is sent. Set it, or leave out the whole section.",
                ];
        }

        return ServerFaults(options).Concat(SenderFaults(options));
    }

    private IEnumerable<string> ServerFaults(MailOptions options)
    {
        if (Uri.CheckHostName(options.Host) is UriHostNameType.Unknown)
        {
            yield return $"Mail:Host is '{options.Host}': allowed is the name or address of a mail server.";
        }

        if (options.Port is < 1 or > 65_535)
        {
            yield return $"Mail:Port is '{options.Port}': allowed is 1 to 65535.";
        }

        if (options.DangerouslyWithoutTls && !environment.IsDevelopment())
        {
            yield return "Mail:DangerouslyWithoutTls is 'true'; allowed outside Development is false.";
        }
        else if (options.DangerouslyWithoutTls && !IsLoopback(options.Host!))
        {
            yield return $"Mail:DangerouslyWithoutTls is 'true' and Mail:Host is '{options.Host}': allowed without TLS is loopback only.";
        }
    }

    private static IEnumerable<string> SenderFaults(MailOptions options)
    {
        if (!IsAddress(options.From))
        {
            yield return $"Mail:From is '{options.From}': allowed is one plain mail address, such as pimbot@contoso.example.";
        }

        if (options.User is null && options.Password is not null)
        {
            yield return "Mail:User is missing: Mail:Password is set, and somebody must sign in with it.";
        }

        if (options.User is not null && string.IsNullOrWhiteSpace(options.Password))
        {
            yield return "Mail:Password is missing: Mail:User is set, and signs in with it.";
        }
    }

    internal static bool IsAddress(string? text) =>
        text is { Length: > 0 and <= 320 }
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailAddress.TryCreate(text, out var address)
        && string.Equals(address.Address, text, StringComparison.Ordinal);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
