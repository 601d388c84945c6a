import { markup, type Markup } from '@/lib/text/markup';

/** A form that posts a parameter as text or as a file. */
export function postForm(path: string, name: string): Markup {
  return markup`<form class="post" method="post" action="${path}" enctype="multipart/form-data">
<p><label for="posted">${name}</label> <textarea id="posted" name="${name}" rows="8" spellcheck="false"></textarea></p>
<p><label for="posted-file">or a file</label> <input id="posted-file" type="file" name="file"></p>
<button>POST</button>
</form>`;
}
